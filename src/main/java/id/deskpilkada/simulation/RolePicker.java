package id.deskpilkada.simulation;

import id.deskpilkada.platform.DemoAccounts;
import id.deskpilkada.simulation.world.People;
import id.deskpilkada.simulation.world.Person;
import id.deskpilkada.simulation.world.World;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The people that a visitor can be: one of each role, all around the same village. */
@Component
@Profile("demo")
class RolePicker implements DemoAccounts {

    private final List<DemoAccount> accounts;

    RolePicker(World world) {
        var village = world.visitorsVillage();
        var district = village.districtCode();
        this.accounts = Stream.of(
                        "desk1",
                        People.verifier(district, 1),
                        People.villageAdmin(village),
                        People.districtAdmin(district),
                        "camat-" + district.replace(".", ""),
                        "tps-" + village.area() + "001",
                        "sekda",
                        "pengawas",
                        "penghubung",
                        People.BPBD,
                        People.PSC,
                        People.POLRES,
                        "kpu",
                        "bawaslu",
                        People.PUSKESMAS,
                        "helpdesk",
                        "diskominfo")
                .map(world::person)
                .map(RolePicker::button)
                .toList();
    }

    private static DemoAccount button(Person person) {
        return new DemoAccount(person.username(), person.label(), person.name());
    }

    @Override
    public List<DemoAccount> accounts() {
        return accounts;
    }
}
