"""What every request must be before anything reads it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotAllowed, UnreadablePostError

METHODS = ["GET", "HEAD", "POST"]

Answering = Callable[[HttpRequest], HttpResponseBase]


def refuse_other_methods(get_response: Answering) -> Answering:
    """Nothing here is put, patched, deleted or traced."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        return get_response(request) if request.method in METHODS else HttpResponseNotAllowed(METHODS)

    return answer


def refuse_half_a_body(get_response: Answering) -> Answering:
    """Our own server hands on nothing but whole requests; under another one this sees what is missing."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        if request.method != "POST" or _is_whole(request):
            return get_response(request)
        return HttpResponse("Kun noget af formularen kom frem. Intet er gemt.\n", status=400, content_type="text/plain")

    return answer


def _is_whole(request: HttpRequest) -> bool:
    announced = request.META.get("CONTENT_LENGTH") or ""
    if not announced:
        return "HTTP_TRANSFER_ENCODING" not in request.META
    try:
        return announced.isdecimal() and len(request.body) == int(announced)
    except UnreadablePostError:
        return False


def read_as_utf_8(get_response: Answering) -> Answering:
    """Whatever a request says that it is written in: our pages ask for nothing else, and Django would try any codec."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        request.encoding = "utf-8"
        return get_response(request)

    return answer
