/** Who is called when reports do not come: the process {@code late-report}, its steps as data, its messages. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.expectation.late;
