/** The inbox that every person has, and how they want to be reached. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.notification.inbox;
