var exp = module.exports;
exp.area = function (routeParam, msg, context, cb) {
  var id = routeParam && (routeParam.get ? routeParam.get('areaServer') : routeParam.areaServer);
  if (!id) { cb(new Error('can not find server info for type: ' + msg.serverType)); return; }
  cb(null, id);
};
exp.connector = function (session, msg, context, cb) {
  if (!session) { cb(new Error('fail to route to connector server for session is empty')); return; }
  if (!session.frontendId) { cb(new Error('fail to find frontend id in session')); return; }
  cb(null, session.frontendId);
};
