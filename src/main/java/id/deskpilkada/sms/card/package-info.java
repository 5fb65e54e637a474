/** The card that a reporter carries: the letter of the polling station and how to write. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.sms.card;
