// The webapps give up a script after 7 s and then stay empty. On one bar of signal a script takes longer: five minutes, then the person may load the page again.
window.require.config({ waitSeconds: 300 });
