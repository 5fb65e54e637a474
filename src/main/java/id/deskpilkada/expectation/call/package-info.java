/** The call list as a page: whom to call now, what to copy, what to let off. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.expectation.call;
