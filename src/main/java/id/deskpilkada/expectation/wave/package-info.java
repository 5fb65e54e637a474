/** Counters of what each district still owes of one slot and race, and what tells others that they have changed. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.expectation.wave;
