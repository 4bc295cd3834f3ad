package org.chancery.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is sent into the network that the service stands in. */
class AddressTest {
    private final Receivers receivers = new Receivers(false, false, InetAddress::getAllByName);

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.9.9.9", "169.254.169.254", "172.16.0.1",
        "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.168.1.1", "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1",
        "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1",
        "64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1", "2002:7f00:1::", "3fff::1", "fc00::1", "fd12::1", "fe80::1", "ff02::1"})
    void address_shouldNotBePublic_whereItIsSetApart(String address) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "1.1.1.1", "100.63.255.255", "100.128.0.0", "172.15.255.255", "172.32.0.0", "192.0.1.1", "198.17.255.255",
        "198.20.0.0", "223.255.255.255", "2001:4860:4860::8888", "2606:4700:4700::1111", "2a00:1450::1"})
    void address_shouldBePublic_otherwise(String address) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://receiver.example/", "ftp://receiver.example/", "https:///path", "https://user@receiver.example/",
        "https://receiver.example/#part", "https://127.0.0.1/", "https://2130706433/", "https://[::1]/", "https://[fd00::1]:8443/", "https://10.0.0.1/", "https://127.1/"})
    void url_shouldBeRefused(String url) {
        assertThat(receivers.refusal(URI.create(url))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://receiver.example/hook?a=b", "https://8.8.8.8/", "https://[2606:4700:4700::1111]/"})
    void url_shouldBeTaken(String url) {
        assertThat(receivers.refusal(URI.create(url))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://localhost/", "https://0/"})
    void name_shouldBeRefused_whenItLeadsInside(String url) {
        assertThatThrownBy(() -> receivers.address(URI.create(url))).isInstanceOf(UnknownHostException.class);
    }
}
