/** Reports that installations one tier below send: who may, what is checked, and the receipt. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.tierreport.intake;
