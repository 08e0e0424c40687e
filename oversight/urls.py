"""Public addresses of oversight."""

from django.urls import path

from oversight import views

app_name = "bulletins"
urlpatterns = [
    path("", views.bulletins, name="list"),
    path("<int:year>/<int:number>/", views.bulletin, name="detail"),
]
