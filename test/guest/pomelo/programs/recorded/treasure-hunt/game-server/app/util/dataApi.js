var hero = require('../../config/data/hero');
function Data(rows) { var fields = {}; rows[0].forEach(function (name, i) { fields[name] = i; }); var result = {}, ids = []; rows.slice(2).forEach(function (r) { var o = {}; for (var f in fields) o[f] = r[fields[f]]; result[o.id] = o; ids.push(o.id); }); this.data = result; this.ids = ids; }
Data.prototype.findBy = function (attr, value) { var r = []; for (var i in this.data) { if (this.data[i][attr] === value) r.push(this.data[i]); } return r; };
Data.prototype.findById = function (id) { return this.data[id]; };
Data.prototype.random = function () { return this.data[this.ids[0]]; };
module.exports = { hero: new Data(hero), area: new Data([['id', 'width'], ['int', 'int'], [1, 2200], [2, 1100]]) };
