/** What the field signalled as an incident, over the API and on the desk's page. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.fieldreport.signal;
