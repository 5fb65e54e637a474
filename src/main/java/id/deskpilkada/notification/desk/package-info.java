/** What the desk sees of messages and their fate. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.notification.desk;
