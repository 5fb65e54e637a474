/** The checklist of each TPS: what was reported, the state derived from it, what is missing and who mends it. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.readiness.checklist;
