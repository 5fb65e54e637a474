package id.deskpilkada.readiness.screening;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/**
 * @param keep how long after the last day of voting screenings and officers are kept, unless a day was set for the election; at most a year
 * @param remindBefore how long before a task is due its people are reminded
 */
@ConfigurationProperties("desk.screening")
record ScreeningSettings(@DefaultValue("P30D") Period keep, @DefaultValue("P3D") Period remindBefore) {

    private static final int LONGEST_DAYS = 365;

    ScreeningSettings {
        if (keep.isNegative() || keep.toTotalMonths() > 12 || keep.getDays() > LONGEST_DAYS) {
            throw new IllegalArgumentException("desk.screening.keep is not between nothing and a year: " + keep);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ScreeningSettings.class)
    static class Registration {}
}
