/** What stands before every controller: the headers of each answer, limits on each request, and how a refusal is told when no controller was reached. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.platform.web.guard;
