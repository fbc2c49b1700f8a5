require('./a-file-that-does-not-exist')
