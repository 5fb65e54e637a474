/** People for the engine: read-only users and groups from the staff list, one sign-in for its webapps, and what each group may see there. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.platform.engine.identity;
