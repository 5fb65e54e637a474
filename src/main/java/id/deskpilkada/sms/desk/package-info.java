/** What the desk sees of SMS that came in: above all those that nobody could be matched with. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.sms.desk;
