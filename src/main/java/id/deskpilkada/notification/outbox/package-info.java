/** The outbox and what works it off: claim, call, settle. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.notification.outbox;
