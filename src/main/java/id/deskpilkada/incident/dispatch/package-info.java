/** Agencies that are sent: whom of them is told when, what they answer by whatever way, and what happens when they do not. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.incident.dispatch;
