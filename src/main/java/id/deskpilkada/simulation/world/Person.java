package id.deskpilkada.simulation.world;

/**
 * Somebody of the demo's staff.
 *
 * @param scope code of the region or TPS that the role is held at
 * @param label what the role picker calls them, e.g. "Admin desa Margasana"
 */
public record Person(String username, String name, String role, String scope, String label) {}
