// The patterns of the watchers: * stands for one word, # for any number of words.
module.exports = {
	thermometer: '#.temperature',
	cook: 'kitchen.*.*'
};
