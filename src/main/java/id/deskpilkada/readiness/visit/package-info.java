/** Visits of leaders to TPS that are remote or tense: planned by the desk, confirmed by a short report with a photo. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.readiness.visit;
