/** What a message says on each channel. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.notification.text;
