// For browsers that know no modules: the plain pages need none.
location.replace('/lapangan/daftar');
