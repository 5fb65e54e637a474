/** What is made of an SMS: whose it is, which place it is about, the report that it becomes, and the reply. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.sms.handling;
