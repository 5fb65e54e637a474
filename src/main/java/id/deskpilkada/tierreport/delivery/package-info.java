/** Settled reports on their way up: to whom they go, by e-mail or to the intake of another installation, and the receipts. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.tierreport.delivery;
