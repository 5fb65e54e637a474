/** Messages from the desk to all people of an area. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.notification.broadcast;
