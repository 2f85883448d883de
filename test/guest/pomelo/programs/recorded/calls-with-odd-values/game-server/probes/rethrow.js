module.exports = async function (app, session, next, say) {
  function call(kind) { return new Promise(function (resolve, reject) { app.rpc.time.clock.errs(null, kind, function (err, v) { if (err) reject(err); else resolve(v); }); }); }
  try { await call('cust'); } catch (e) { say('caught %s %s', e.stack.split('\n')[0], e.message); }
  try { try { await call('cust'); } catch (e) { throw e; } } catch (e) { say('thrown on %s %j', e.stack.split('\n')[0], Object.keys(e)); }
  (function () { try { throw JSON.parse('{"stack":"Error: far"}'); } catch (e) { say('literal %s', e.stack); } })();
  next(null, {});
};
