package id.deskpilkada.dashboard;

import java.util.List;

/** Who may open the dashboard; what they see in it is limited to their own areas. */
public final class DeskReaders {

    public static final List<String> ROLES =
            List.of("desk", "leader", "supervisor", "liaison", "it-admin", "camat", "district-admin", "village-admin");

    private DeskReaders() {}
}
