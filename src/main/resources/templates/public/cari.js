(function () {
  'use strict';
  var field = document.getElementById('q');
  var list = document.getElementById('hasil');
  var index = null;
  if (!field || !list || !window.fetch) {
    return;
  }
  var prefix = document.documentElement.lang === 'en' ? '/public/en/wilayah/' : '/public/wilayah/';
  function load() {
    if (index === null) {
      index = [];
      fetch('/public/cari.json').then(function (answer) {
        return answer.json();
      }).then(function (file) {
        add(file.places, file.root.code, '');
        show();
      }).catch(function () {
        index = null;
      });
    }
  }
  function add(rows, above, name) {
    rows.forEach(function (row) {
      var below = row[2];
      var code = above + '.' + row[0];
      var inner = Array.isArray(below) && Array.isArray(below[0]);
      index.push([code, row[1], name, inner ? [] : below]);
      if (inner) {
        add(below, code, row[1]);
      }
    });
  }
  function has(row, number) {
    return Array.isArray(row[3]) ? row[3].indexOf(number) >= 0 : number > 0 && number <= row[3];
  }
  function found(text) {
    var digits = text.replace(/[.\s-]/g, '');
    if (/^\d{4,13}$/.test(digits)) {
      return byCode(digits);
    }
    return index.filter(function (row) {
      return row[1].toLowerCase().indexOf(text) >= 0;
    }).sort(function (one, other) {
      return one[1].toLowerCase().indexOf(text) - other[1].toLowerCase().indexOf(text) || one[1].localeCompare(other[1]);
    }).map(function (row) {
      return [row, ''];
    });
  }
  function byCode(digits) {
    var inside = index.filter(function (row) {
      return row[0].replace(/\./g, '').indexOf(digits) === 0;
    });
    if (inside.length) {
      return inside.map(function (row) {
        return [row, ''];
      });
    }
    var around = index.filter(function (row) {
      return digits.indexOf(row[0].replace(/\./g, '')) === 0;
    }).pop();
    if (!around) {
      return [];
    }
    var known = digits.length === 13 && has(around, Number(digits.slice(10)));
    return [[around, known ? digits : '']];
  }
  function show() {
    var text = field.value.trim().toLowerCase();
    list.textContent = '';
    var hits = text.length < 2 ? [] : found(text).slice(0, 8);
    hits.forEach(function (hit) {
      var link = document.createElement('a');
      link.href = prefix + hit[0][0] + '.html' + (hit[1] ? '#t' + hit[1] : '');
      link.textContent = (hit[1] ? 'TPS ' + hit[1].slice(10) + ', ' : '') + hit[0][1] + (hit[0][2] ? ', ' + hit[0][2] : '');
      list.appendChild(document.createElement('li')).appendChild(link);
    });
    list.hidden = hits.length === 0;
  }
  field.addEventListener('focus', load);
  field.addEventListener('input', function () {
    load();
    show();
  });
})();
