"""Sentences for the codes of provider and catalogue."""

TEMPLATES: dict[str, str] = {
    "catalogue.not-a-model": "The model file {path} cannot be used: {reason}.",
    "provider.another-task": "it named task {task_id}, which was made for something else",
    "provider.bad-address": "The address {host} is not a web address. Check it in config.yaml.",
    "provider.broke-off": "the connection broke off",
    "provider.certificate-elsewhere": "its certificate belongs to another address",
    "provider.certificate-expired": (
        "its certificate is out of date, or the clock of this computer is wrong"
    ),
    "provider.certificate-invalid": "its certificate is not valid",
    "provider.connection": "The download stopped: {reason}. Check the network and try again.",
    "provider.cut-off": "The file arrived only in part ({size} of {total} bytes). Try again.",
    "provider.disk-full": "The disk is full: {needed} bytes are needed, {free} are free.",
    "provider.element-without-picture": (
        "Element {element} has no reference image. Generate or add one, then try again."
    ),
    "provider.end-without-start": (
        "An end picture needs a start picture too. Give the shot a start picture or remove the end."
    ),
    "provider.forbidden": (
        "The service refuses this program or network ({text}). Nothing was charged."
    ),
    "provider.http-status": "The service answered with error {status} {text}. Try again later.",
    "provider.invalid": "The service did not accept the request: {text}. Nothing was charged.",
    "provider.key-limit": (
        "The key has reached the spending limit set for it at KIE ({text}). Nothing was charged; "
        "raise the limit at KIE, or wait until it counts anew, and continue."
    ),
    "provider.key-malformed": (
        "This is not a KIE key: it holds blanks or letters a key cannot have. Copy it again."
    ),
    "provider.key-refused": (
        "KIE does not take this key ({text}). Nothing was charged; check the key in the settings."
    ),
    "provider.login-page": (
        "A web page came instead of an answer from {host}. This network may want you to log in: "
        "open any page in a browser, log in, and continue."
    ),
    "provider.maintenance": "The service is closed for repairs. Nothing was charged; try later.",
    "provider.model-off": "KIE has switched this model off ({text}). Choose another model.",
    "provider.no-answer": "no answer in time",
    "provider.no-connection": "it takes no connection, or the network is down",
    "provider.no-credits": (
        "Not enough credits at KIE for this request. Nothing was charged; add credits and continue."
    ),
    "provider.no-elements": "{model} does not take elements. Choose another model for this shot.",
    "provider.no-frames": (
        "{model} does not take a start picture. Remove the picture or choose another model."
    ),
    "provider.no-key": (
        "There is no KIE key: run topa-studio key set, or set KIE_API_KEY. Practice mode needs "
        "none."
    ),
    "provider.no-references": (
        "{model} does not take reference images. Choose another model of pictures."
    ),
    "provider.not-https": "The address {host} is not secure (https), so it is not used.",
    "provider.not-made": "The service could not make it: {text}. Nothing was charged.",
    "provider.not-reached": (
        "{host} could not be reached ({reason}). Check the network; it may be tried again."
    ),
    "provider.not-secure": "it offers no connection that is secure enough",
    "provider.not-there": "The service does not know this model or task ({text}).",
    "provider.outcome-unknown": (
        "The request was sent, but no clear answer came back ({reason}). KIE may be making it and "
        "may charge for it, so it was not sent again."
    ),
    "provider.page-instead": "a web page came instead",
    "provider.picture-unreachable": (
        "The service could not fetch a picture of this request ({text}). Nothing was charged; "
        "the pictures will be uploaded again."
    ),
    "provider.picture-without-url": (
        "The picture {path} has not been uploaded yet. Nothing was sent; try again."
    ),
    "provider.private-address": (
        "The address {host} lies in a private network, so nothing is fetched from there."
    ),
    "provider.proxy": (
        "The proxy settings of this system cannot be used: {reason}. Set an HTTP proxy "
        "(HTTPS_PROXY), or none, and start again."
    ),
    "provider.proxy-password": "the network's proxy wants a name and a password",
    "provider.proxy-refused": "the network's proxy refused",
    "provider.proxy-socks": "a SOCKS proxy is set",
    "provider.proxy-unreadable": "its address cannot be read",
    "provider.redirects": "{host} sends from one address to the next without end. Try again later.",
    "provider.throttled": "The service asks to wait a moment. The request stays in line.",
    "provider.too-large": "The file is larger than {limit} bytes, so it was not fetched.",
    "provider.too-slow": (
        "The download came too slowly and was stopped. What has come is kept; it goes on later."
    ),
    "provider.unknown-model": (
        "There is no model {model} in the catalogue. Choose another model for this shot."
    ),
    "provider.unknown-provider": (
        "This program knows no service called {provider}. Choose another model, or a version of "
        "the program that has it."
    ),
    "provider.unreadable": "The answer of the service could not be understood. Try again later.",
}
