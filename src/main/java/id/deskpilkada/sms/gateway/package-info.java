/** Gateways that hand SMS over: who they are, what they send and how it is stored. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.sms.gateway;
