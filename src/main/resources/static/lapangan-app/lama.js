// For browsers in which the app cannot do its work: on to the plain pages. Whoever has a file's bytes without a reader has modules and all else too. The page that is kept
// on the phone stays: there the app has worked. In words that each browser reads.
(function () {
  if (!(window.Blob && Blob.prototype.arrayBuffer) && !document.documentElement.hasAttribute('data-kept')) {
    location.replace('/lapangan/daftar');
  }
})();
