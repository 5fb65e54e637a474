/** Hands stored reports to the feature that owns their kind. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.fieldreport.dispatch;
