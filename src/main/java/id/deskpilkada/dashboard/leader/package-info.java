/** The leader's look: one phone screen, one sheet of paper. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.dashboard.leader;
