/** What an SMS says, without regard to who sent it: a forgiving reading of a few words and numbers. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.sms.grammar;
