/** The ways out of the application, each behind the same few methods. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.notification.channel;
