/** The page that says how ready the polling stations are, from the regency down to the TPS. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.dashboard.readiness;
