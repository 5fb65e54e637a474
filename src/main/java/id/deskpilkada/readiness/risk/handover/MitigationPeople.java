package id.deskpilkada.readiness.risk.handover;

import id.deskpilkada.notification.ChannelCode;
import id.deskpilkada.notification.Message;
import id.deskpilkada.notification.Notifications;
import id.deskpilkada.notification.Recipient;
import id.deskpilkada.readiness.risk.RiskIndicators;
import id.deskpilkada.readiness.risk.RiskPlaces;
import id.deskpilkada.staff.Person;
import id.deskpilkada.staff.Role;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.directory.Agencies;
import id.deskpilkada.staff.directory.Agency;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Whose work a list is, and whom it is told. */
@Component
class MitigationPeople {

    private static final int DISTRICT_DIGITS = 6;
    private static final String DESK = "desk";
    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    private final Staff staff;
    private final Agencies agencies;
    private final RiskPlaces places;
    private final RiskIndicators indicators;
    private final Notifications notifications;
    private final MessageSource texts;

    MitigationPeople(
            Staff staff,
            Agencies agencies,
            RiskPlaces places,
            RiskIndicators indicators,
            Notifications notifications,
            MessageSource texts) {
        this.staff = staff;
        this.agencies = agencies;
        this.places = places;
        this.indicators = indicators;
        this.notifications = notifications;
        this.texts = texts;
    }

    String deskGroup() {
        return DESK + "-" + places.installation();
    }

    /** The agency's groups; the desk's too where nobody holds that role, so that no task lies where nobody looks. */
    List<String> agencyGroups(Handover list) {
        var role = Role.AGENCY_PREFIX + list.agency();
        var groups = new ArrayList<String>();
        areas(list).forEach(area -> groups.add(role + "-" + area));
        if (holders(list).isEmpty()) {
            groups.add(deskGroup());
        }
        return groups;
    }

    private List<Person> holders(Handover list) {
        var role = Role.AGENCY_PREFIX + list.agency();
        return areas(list).stream()
                .flatMap(area -> staff.holders(role, area).stream())
                .distinct()
                .toList();
    }

    private Set<String> areas(Handover list) {
        var areas = new LinkedHashSet<String>();
        areas.add(places.installation());
        if (list.area().length() >= DISTRICT_DIGITS) {
            areas.add(list.area().substring(0, DISTRICT_DIGITS));
        }
        return areas;
    }

    /** Tells the agency's people; where none is on the staff list, the office itself, by its confirmed numbers. */
    void tellAgency(Handover list, String template, Object... arguments) {
        var people = holders(list);
        people.forEach(person -> send(list, template, Recipient.staff(person.id()), arguments));
        if (people.isEmpty()) {
            agencies.of(list.agency(), list.area())
                    .filter(Agency::confirmed)
                    .ifPresent(office -> tellOffice(list, template, office, arguments));
        }
    }

    private void tellOffice(Handover list, String template, Agency office, Object... arguments) {
        Map<ChannelCode, String> addresses = new EnumMap<>(ChannelCode.class);
        office.channels().forEach(channel -> {
            switch (channel.way()) {
                case EMAIL -> addresses.putIfAbsent(ChannelCode.EMAIL, channel.address());
                case WHATSAPP -> addresses.putIfAbsent(ChannelCode.SMS, channel.address());
                case PHONE -> {
                    if (channel.address().startsWith("+628")) {
                        addresses.put(ChannelCode.SMS, channel.address());
                    }
                }
            }
        });
        if (!addresses.isEmpty()) {
            send(list, template, Recipient.contact(office.name(), addresses), arguments);
        }
    }

    void tellDesk(Handover list, String template, Object... arguments) {
        staff.holders(DESK, places.installation())
                .forEach(person -> send(list, template, Recipient.staff(person.id()), arguments));
    }

    private void send(Handover list, String template, Recipient recipient, Object... arguments) {
        notifications.send(Message.of(template, arguments)
                .ofRound(list.roundId())
                .to(recipient)
                .about(template + ":" + list.id() + ":" + list.attempt(), list.area())
                .linking("/desk/rawan/penyerahan/" + list.id()));
    }

    /** E.g. {@code Rawan banjir, Kabupaten Serang}. */
    String subject(Handover list) {
        var known = indicators.byCode();
        var names = list.indicators().stream()
                .map(code -> known.containsKey(code) ? known.get(code).label() : code)
                .toList();
        var first = names.get(0) + (names.size() > 1 ? " +" + (names.size() - 1) : "");
        return first + ", " + places.name(list.area());
    }

    /** In Indonesian, whoever asks: it stands in tasks and messages. */
    String agencyName(Handover list) {
        var code = list.agency();
        return Objects.requireNonNull(
                texts.getMessage("risk.owner." + code, null, code.toUpperCase(Locale.ROOT), INDONESIAN));
    }
}
