package id.deskpilkada.staff.keycloak;

import java.time.Duration;
import java.util.Optional;

/** Where the signing keys outlive a restart. */
interface RememberedKeys {

    void keep(String address, String keys);

    /** The keys of an address, unless they were last seen longer ago than that. */
    Optional<String> find(String address, Duration longest);
}
