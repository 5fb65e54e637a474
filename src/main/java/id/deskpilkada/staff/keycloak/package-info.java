/** Sign-in mode {@code keycloak}: Keycloak says who somebody is, the staff list says what they may do, and the accounts at Keycloak follow the staff list. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.staff.keycloak;
