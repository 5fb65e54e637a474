/** Delivery reports that gateways send back. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.notification.receipt;
