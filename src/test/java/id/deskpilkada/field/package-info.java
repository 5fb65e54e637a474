/** The field app on bad days: each test does to a real browser what a bad line, a weak phone or a busy server does to it. */
package id.deskpilkada.field;
