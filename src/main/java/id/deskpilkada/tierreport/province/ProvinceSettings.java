package id.deskpilkada.tierreport.province;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param patience how long after a slot is due a province waits for its regencies before it reports without them */
@ConfigurationProperties("desk.tier-reports.province")
record ProvinceSettings(@DefaultValue("45m") Duration patience) {}
