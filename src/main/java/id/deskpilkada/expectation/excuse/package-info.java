/** Letting reports off that cannot come: with a reason and a name, and back again. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.expectation.excuse;
