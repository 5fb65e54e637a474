/** What people do about reports that technical failures have set aside: an incident in Cockpit and a task at the desk. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.fieldreport.repair;
